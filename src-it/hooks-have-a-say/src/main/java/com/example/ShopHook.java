package com.example;

import dev.migrate.autogen.hook.AutogenerateHook;
import dev.migrate.autogen.hook.JavaText;
import dev.migrate.autogen.hook.ObjectName;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class ShopHook implements AutogenerateHook {

    /** Another tool makes and drops these as it likes. */
    @Override
    public boolean includesName(ObjectName name) {
        return name.kind() != ObjectName.Kind.TABLE || !name.name().startsWith("tmp_");
    }

    @Override
    public List<Reversible> rewrite(List<Reversible> operations) {
        List<Reversible> more = new ArrayList<>(operations);
        for (Reversible operation : operations) {
            if (operation instanceof CreateTable create) {
                more.add(new RowSecurity(create.table().name().toString(), true));
            }
        }
        return more;
    }

    @Override
    public Optional<JavaText> java(Type type) {
        return type.sql().equals("numeric(12,2)")
                ? Optional.of(JavaText.of("ShopTypes.money()", "com.example.ShopTypes"))
                : Optional.empty();
    }
}
