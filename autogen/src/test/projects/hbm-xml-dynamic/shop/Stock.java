package shop;

public class Stock {
    Long id;
    Article article;
    int amount;
}
