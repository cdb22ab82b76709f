package shop;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

public class Article {
    Long id;
    String name;
    BigDecimal price;
    Colour colour;
    Size size;
    Set<String> tags;
    Map<String, Integer> stock;
    String forgotten;

    public enum Colour {
        RED,
        GREEN
    }
}
