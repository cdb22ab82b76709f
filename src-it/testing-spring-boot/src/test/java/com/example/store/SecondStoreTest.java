package com.example.store;

class SecondStoreTest extends StoreTests {}
