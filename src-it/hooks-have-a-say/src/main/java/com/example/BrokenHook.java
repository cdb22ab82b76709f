package com.example;

import dev.migrate.autogen.hook.AutogenerateHook;
import dev.migrate.autogen.hook.ObjectName;

public final class BrokenHook implements AutogenerateHook {

    @Override
    public boolean includesName(ObjectName name) {
        throw new IllegalStateException("no list of names");
    }
}
