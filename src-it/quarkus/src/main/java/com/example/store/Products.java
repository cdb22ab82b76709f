package com.example.store;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/products")
public class Products {

    @Inject
    EntityManager entities;

    @GET
    @Path("/count")
    public long count() {
        return entities.createQuery("select count(*) from Product", Long.class).getSingleResult();
    }
}
