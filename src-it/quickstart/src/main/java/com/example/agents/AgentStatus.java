package com.example.agents;

public enum AgentStatus {
    DRAFT,
    ACTIVE,
    PAUSED,
    RETIRED
}
