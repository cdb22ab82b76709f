package shop;

public abstract class Supplier {
    Long id;
    String name;
}
