package shop;

public class Bundle extends Article {
    Integer pieces;
}
