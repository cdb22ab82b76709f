package dev.migrate.autogen.jpa.model.newer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Embeddable
@DiscriminatorColumn(name = "pay_kind", length = 8)
@DiscriminatorValue("none")
class Pay {
    @Column(length = 3, nullable = false)
    String currency;
}

@Embeddable
@DiscriminatorValue("card")
class CardPay extends Pay {
    @Column(name = "card_number", length = 19)
    String number;
}

@Embeddable
@DiscriminatorValue("debit")
class DebitPay extends CardPay {
    String iban;
}

@Embeddable
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
class Step {
    String text;
}

@Embeddable
@DiscriminatorValue("1")
class TimedStep extends Step {
    int seconds;
}

@Entity
class Purchase {
    @Id
    Long id;

    @Embedded
    Pay pay;

    @Embedded
    @AttributeOverride(name = "currency", column = @Column(name = "tip_currency"))
    @AttributeOverride(name = "number", column = @Column(name = "tip_number"))
    @AttributeOverride(name = "iban", column = @Column(name = "tip_iban"))
    @AttributeOverride(name = "{discriminator}", column = @Column(name = "tip_kind"))
    Pay tip;

    @ElementCollection
    List<Step> steps;
}
