package com.example;

import org.mapstruct.Mapper;

/** Needs the getters and setters that Lombok makes. */
@Mapper
public interface CustomerMapper {
    CustomerView view(Customer customer);
}
