package com.example.store;

import java.lang.management.ManagementFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Store {

    /** Starts, prints how many milliseconds that took since the process began, and ends. */
    public static void main(String[] args) {
        SpringApplication.run(Store.class, args);
        System.out.println(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        System.exit(0);
    }
}
