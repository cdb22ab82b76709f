package shop;

public class Engine {
    String fuel;
    int power;
}
