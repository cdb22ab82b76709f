package shop;

public class Trader extends Supplier {
    String licence;
    String country;
}
