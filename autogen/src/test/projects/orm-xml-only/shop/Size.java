package shop;

public class Size {
    int width;
    int height;
}
