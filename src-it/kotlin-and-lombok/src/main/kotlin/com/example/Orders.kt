package com.example

import jakarta.persistence.Column
import jakarta.persistence.Embeddable
import jakarta.persistence.Entity
import jakarta.persistence.EnumType
import jakarta.persistence.Enumerated
import jakarta.persistence.GeneratedValue
import jakarta.persistence.Id
import jakarta.persistence.ManyToOne
import jakarta.persistence.MappedSuperclass
import jakarta.persistence.Table
import jakarta.persistence.Transient
import java.math.BigDecimal
import java.time.Instant
import java.util.UUID

enum class Status { NEW, PAID, SENT }

@JvmInline
value class Coupon(val code: String)

@Embeddable
data class Parcel(val weight: Int, val tracking: String?)

@MappedSuperclass
abstract class Stored(@Id @GeneratedValue val id: UUID? = null) {
    var created: Instant = Instant.EPOCH
}

@Entity
@Table(name = "orders")
class Order(
    @ManyToOne(optional = false) val customer: Customer,
    @Enumerated(EnumType.STRING) var status: Status,
    @field:Column(precision = 10, scale = 2) var total: BigDecimal,
    val pieces: Int,
    val gifts: Int?,
    var isUrgent: Boolean = false,
    val coupon: Coupon,
    val parcel: Parcel?,
    val notes: Array<String>,
) : Stored() {
    lateinit var remark: String

    @delegate:Transient
    val perPiece: BigDecimal by lazy { total / BigDecimal(pieces) }

    val isFree get() = total.signum() == 0
}
