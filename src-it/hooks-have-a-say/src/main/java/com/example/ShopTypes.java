package com.example;

import dev.migrate.schema.Type;
import dev.migrate.schema.Types;

public final class ShopTypes {

    private ShopTypes() {}

    public static Type money() {
        return Types.numeric(12, 2);
    }
}
