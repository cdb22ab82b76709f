package com.example.store;

class FirstStoreTest extends StoreTests {}
