package shop;

public class Grower extends Supplier {
    int hectares;
}
