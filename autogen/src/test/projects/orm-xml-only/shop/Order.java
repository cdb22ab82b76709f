package shop;

import java.time.Instant;
import java.util.List;

public class Order {
    Long number;
    int version;
    Instant placed;
    List<Article> articles;
    Order replaces;
}
