package shop;

public class Pallet {
    double height;
    int places;
}
