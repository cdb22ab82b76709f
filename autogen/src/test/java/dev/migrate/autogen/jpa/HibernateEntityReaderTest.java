package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntitySource;
import dev.migrate.schema.NeededValue;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.RootDiscriminator;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;

class HibernateEntityReaderTest {

    @Test
    void reads_a_common_application_as_hibernate_would_create_it() {
        assertThat(declared("agents")).isEqualTo("""
                enum channel [CHAT, MAIL, VOICE]
                sequence tenant_seq [start=1000, increment=20, ]
                table agents
                  id uuid not null
                  budget numeric(12,4)
                  created_at timestamp(6) with time zone default now() not null
                  tenant_id bigint not null
                  status varchar(50) default 'IDLE' not null
                  name varchar(255) not null
                  notes text not null default ''
                  channel Channel
                  settings jsonb
                  primary key agents_pkey [id]
                  unique agents_tenant_id_name_key [tenant_id, name]
                  foreign key agents_tenant_id_fkey [tenant_id] -> tenants [id] on delete CASCADE
                  check agents_status_check (status in ('IDLE','BUSY','RETIRED'))
                  index ix_agents_status [status, created_at desc]
                  index agents_name_idx [name]
                table message
                  id bigint identity BY_DEFAULT not null
                  receiver_id uuid
                  sender_id uuid
                  text varchar(255)
                  primary key message_pkey [id]
                  foreign key message_receiver_id_fkey [receiver_id] -> agents [id]
                  foreign key fk_message_sender [sender_id] -> agents [id]
                table tenants -- Who pays
                  id bigint not null
                  active boolean default true not null
                  name varchar(100) not null
                  region varchar(255)
                  slug varchar(255) not null -- The tenant's short name
                  primary key tenants_pkey [id]
                  unique tenants_name_key [name]
                  unique uq_tenants_region_slug [region, slug]
                cast (channel as varchar)
                  + create cast (Channel as varchar) with inout as implicit
                  - drop cast if exists (channel as varchar)
                cast (varchar as channel)
                  + create cast (varchar as Channel) with inout as implicit
                  - drop cast if exists (varchar as channel)
                """);
    }

    @Test
    void the_keys_of_an_index_are_what_postgresql_reads_in_its_columns_and_commas_in_parentheses_part_nothing() {
        assertThat(declared("operators")).isEqualTo("""
                table person
                  id bigint not null
                  age integer not null
                  name varchar(255)
                  nick varchar(255)
                  primary key person_pkey [id]
                  index ix_pattern [name varchar_pattern_ops]
                  index ix_lower [(lower(name)), age]
                  index ix_several [(coalesce(name, nick, '')) desc, age, (replace(name, '/', nick))]
                  index person_nullif_idx [(nullif(name, nick))]
                  index ix_nulls [age desc nulls last, name collate "C"]
                """);
    }

    @Test
    void reads_no_foreign_key_to_a_view() {
        assertThat(declared("views")).isEqualTo("""
                table accounts
                  id bigint not null
                  closed boolean not null
                  primary key accounts_pkey [id]
                table payments
                  id bigint not null
                  payer_id bigint
                  receiver_id bigint
                  primary key payments_pkey [id]
                  foreign key payments_payer_id_fkey [payer_id] -> accounts [id]
                view open_accounts
                  + create view open_accounts as select id from accounts where not closed
                  - drop view if exists open_accounts cascade
                """);
    }

    @Test
    void reads_which_tables_a_sequence_numbers() {
        EntitySource hierarchies = Models.source("hierarchies", HibernateEntityReaderTest.class.getClassLoader());

        assertThat(new HibernateEntityReader().read(hierarchies).mapping().numberedTables())
                .extracting(NumberedTables::toString)
                .containsExactly(
                        "NumberedTables[sequence=assets_seq, tables=[assets]]",
                        "NumberedTables[sequence=payment_seq, tables=[bankpayment, card_payments, payment]]",
                        "NumberedTables[sequence=room_seq, tables=[room]]",
                        "NumberedTables[sequence=ticket_seq, tables=[nighttrainticket, trainticket]]");
    }

    @Test
    void reads_which_primitives_have_columns_that_accept_null() {
        EntitySource hierarchies = Models.source("hierarchies", HibernateEntityReaderTest.class.getClassLoader());

        assertThat(new HibernateEntityReader().read(hierarchies).mapping().neededValues())
                .extracting(NeededValue::toString)
                .containsExactly(
                        "NeededValue[table=corneroffice, column=extension_nr, entity=CornerOffice, moment=null, marker=null]",
                        "NeededValue[table=media, column=decibels, entity=Song, moment=null,"
                                + " marker=Marker[column=media_type, values=[song], others=[Medium, film]]]");
    }

    @Test
    void reads_what_tells_the_rows_of_a_root_from_those_of_its_subclasses() {
        EntitySource hierarchies = Models.source("hierarchies", HibernateEntityReaderTest.class.getClassLoader());

        assertThat(new HibernateEntityReader().read(hierarchies).mapping().rootDiscriminators())
                .extracting(RootDiscriminator::toString)
                .containsExactly(
                        "RootDiscriminator[table=account, column=dtype, entity=Account, value=0,"
                                + " subclassColumns=[ceiling, customer_id, overdraft], subclassTables=[]]",
                        "RootDiscriminator[table=media, column=media_type, entity=Medium, value=Medium,"
                                + " subclassColumns=[decibels, director, isrc, premiere, seconds, soundtrackof_id],"
                                + " subclassTables=[]]",
                        "RootDiscriminator[table=person, column=letter, entity=Person, value=P,"
                                + " subclassColumns=[boss_id], subclassTables=[]]",
                        "RootDiscriminator[table=tree, column=letter, entity=Tree, value=T, subclassColumns=[],"
                                + " subclassTables=[fruittree]]");
    }

    @Test
    void reads_which_moments_need_their_zone_to_be_read() {
        EntitySource temporal = Models.source("temporal", HibernateEntityReaderTest.class.getClassLoader());

        assertThat(new HibernateEntityReader().read(temporal).mapping().neededValues())
                .extracting(NeededValue::toString)
                .containsExactly(
                        "NeededValue[table=zones, column=automatic_tz, entity=Zones, moment=automatic, marker=null]",
                        "NeededValue[table=zones, column=incolumn_tz, entity=Zones, moment=incolumn, marker=null]",
                        "NeededValue[table=zones, column=its_zone, entity=Zones, moment=innamedcolumn, marker=null]");
    }

    /** Which Hibernate itself refuses to make, and Spring doesn't. */
    static final class Prefixed extends CamelCaseToUnderscoresNamingStrategy {

        private Prefixed() {}

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier(
                    "t_" + super.toPhysicalTableName(name, environment).getText());
        }
    }

    @Test
    void reads_with_a_naming_strategy_that_is_not_public() {
        EntitySource source = Models.source("agents", HibernateEntityReaderTest.class.getClassLoader())
                .setting("hibernate.physical_naming_strategy", Prefixed.class.getName());

        assertThat(new HibernateEntityReader().read(source).tables())
                .extracting(table -> table.name().toString())
                .containsExactly("t_agents", "t_message", "t_tenants");
    }

    private static String declared(String model) {
        return SchemaText.of(new HibernateEntityReader()
                .read(Models.source(model, HibernateEntityReaderTest.class.getClassLoader())));
    }
}
