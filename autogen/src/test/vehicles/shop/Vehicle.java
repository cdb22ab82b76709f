package shop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class Vehicle {
    Long id;
    int version;
    String plate;
    BigDecimal price;
    Engine engine;
    Set<String> extras;
    List<Wheel> wheels;
    Map<String, Integer> mileage;
}
