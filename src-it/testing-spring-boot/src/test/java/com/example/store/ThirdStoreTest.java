package com.example.store;

class ThirdStoreTest extends StoreTests {}
