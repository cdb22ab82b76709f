package shop;

public class Wheel {
    Long id;
    Vehicle vehicle;
    int inches;
}
