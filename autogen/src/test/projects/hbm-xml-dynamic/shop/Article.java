package shop;

import java.util.Collection;

public class Article {
    Long id;
    String number;
    String language;
    String name;
    String text;
    Stock stock;
    Collection<String> remarks;
}
