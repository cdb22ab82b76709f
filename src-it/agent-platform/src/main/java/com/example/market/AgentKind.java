package com.example.market;

enum AgentKind {
    ASSISTANT,
    WORKFLOW
}
