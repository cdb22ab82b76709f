package shop;

import java.io.Serializable;
import java.time.LocalDate;

public class DeliveryKey implements Serializable {
    private static final long serialVersionUID = 1;
    LocalDate day;
    Supplier supplier;
}
