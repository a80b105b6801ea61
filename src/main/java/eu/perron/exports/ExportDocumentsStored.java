package eu.perron.exports;

/** Customs have order, receipt and waybill: now the list may be sent. */
public record ExportDocumentsStored(String orderNumber) {}
