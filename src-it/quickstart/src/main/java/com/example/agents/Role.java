package com.example.agents;

public enum Role {
    OWNER,
    ADMIN,
    MEMBER
}
