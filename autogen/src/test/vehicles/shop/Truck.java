package shop;

public class Truck extends Vehicle {
    Double load;
}
