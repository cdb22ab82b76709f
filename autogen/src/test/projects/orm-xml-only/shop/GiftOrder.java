package shop;

public class GiftOrder extends Order {
    String wishes;
}
