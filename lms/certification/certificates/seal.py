"""The last two steps of a PDF: say that it is PDF/UA, and sign it (PAdES B-B).

The claim stands in the one rdf:RDF that WeasyPrint wrote: a second one is lost at signing. The field of the
signature is invisible, but it has a name and a place in the structure, so a screen reader can tell of it.
"""

import io
from functools import lru_cache
from typing import Any

import pikepdf
from asn1crypto import keys, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pikepdf import Array, Dictionary, Name, String

FIELD = "Handtekening"
FIELD_LABEL = "Digitale handtekening onder dit bewijs"
PRINT_AND_LOCKED = 4 | 128
END_OF_RDF = b"</rdf:RDF>"
# PDF/A allows a property of another standard only with a description of its schema (ISO 19005-3, 6.6.2.3.3).
PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def mark_accessible(content: bytes, *, field: bool) -> bytes:
    """Add the PDF/UA claim to a tagged PDF and, with `field`, an empty signature field. Same in, same out."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        known = pdf.Root.Metadata.read_bytes()
        if known.count(END_OF_RDF) != 1:
            raise ValueError("the metadata must have one rdf:RDF")
        metadata = pdf.make_stream(known.replace(END_OF_RDF, PDF_UA))
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = metadata
        if field:
            _add_field(pdf)
        done = io.BytesIO()
        pdf.save(done, deterministic_id=True, fix_metadata_version=False)
    return done.getvalue()


def sign(content: bytes, key: Any, signer: str) -> bytes:
    """Sign a PDF that has the empty field, with the installation's key, as `signer`.

    The signature holds the time of this machine's clock: the only thing that differs between two tries.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  (slow to import)
    from pyhanko.sign import signers  # noqa: PLC0415
    from pyhanko.sign.fields import SigSeedSubFilter  # noqa: PLC0415

    about = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=signer
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    signed = _archival(signers.PdfSigner)(about, _signer(key)).sign_pdf(writer, existing_fields_only=True)
    made: bytes = signed.getvalue()
    return made


def _archival(pdf_signer: Any) -> Any:
    """A signer that leaves the file PDF 1.7, as PDF/A-3 asks (ISO 19005-3, 6.1.2).

    For a key on an elliptic curve pyHanko also declares ISO/TS 32002, and for that makes the file PDF 2.0.
    """
    from pyhanko.sign.signers import constants  # noqa: PLC0415  (slow to import)

    class Archival(pdf_signer):
        def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:
            pdf_out.register_extension(constants.ESIC_EXTENSION_1)

    return Archival


@lru_cache(maxsize=2)
def _signer(key: Any) -> Any:
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415  (see above)
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

    known = SimpleCertificateStore()
    known.register_multiple(_certificate(each) for each in key.chain)
    private = key.private_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SimpleSigner(
        signing_cert=_certificate(key.certificate),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=known,
    )


def _certificate(each: Any) -> Any:
    return x509.Certificate.load(each.public_bytes(Encoding.DER))


def _add_field(pdf: pikepdf.Pdf) -> None:
    """Put an empty signature field on the first page and in the structure (PDF/UA-1, 7.18.4)."""
    page, tree = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    number = max(int(numbers[at]) for at in range(0, len(numbers), 2)) + 1
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(FIELD),
            TU=String(FIELD_LABEL),
            F=PRINT_AND_LOCKED,
            Rect=Array([0, 0, 0, 0]),
            P=page,
            StructParent=number,
        )
    )
    document = tree.K[0]
    element = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Form,
            P=document,
            Pg=page,
            Alt=String(FIELD_LABEL),
            K=Array([Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)]),
        )
    )
    document.K.append(element)
    numbers.append(number)
    numbers.append(element)
    page.Annots = Array([*page.get("/Annots", Array()), widget])
    page.Tabs = Name.S
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]))
