package com.example;

import lombok.Data;

@Data
public class CustomerView {
    private String name;
}
