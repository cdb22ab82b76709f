package com.example;

public class Broken {
    this is being written
}
