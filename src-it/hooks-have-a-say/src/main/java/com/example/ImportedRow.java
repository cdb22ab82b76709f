package com.example;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "tmp_imported_rows")
public class ImportedRow {

    @Id
    private Long id;
}
