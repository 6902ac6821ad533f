using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Logos;
using VideoIndex.Logos.Ends;
using VideoIndex.Sidecars;
using VideoIndex.Similar;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>Prints, vectors and sightings of logos, packed. docs/sidecar.md describes the bytes.</summary>
internal static class EvidenceForm
{
    private const int SightingSize = 46, EndSize = 53;

    public static PrintsShape Of(VideoPrints prints) => new(
        PicturePrints.Version, prints.Pictures.First, Packing.Pack(prints.Pictures.Bytes.Span), prints.Sound.Start, Packing.Pack(prints.Sound.Bytes.Span));

    /// <summary>Reads prints; null for those of another version, which nothing here can be compared with.</summary>
    public static VideoPrints? Read(VideoId video, PrintsShape shape) => shape.Version != PicturePrints.Version ? null : new VideoPrints(
        video,
        new PicturePrints(shape.First, Whole(shape.Pictures, PicturePrint.Size, "/prints/pictures")),
        new SoundPrint(shape.SoundStart, Whole(shape.Sound, SoundPrint.Size, "/prints/sound")));

    public static VectorsShape Of(VideoVectors vectors) => new(
        VectorKinds.NameOf(vectors.Source.Kind),
        vectors.Source.Name,
        vectors.Source.Version,
        vectors.Dimensions,
        [.. vectors.Moments.Select(moment => new VectorMomentShape(moment.Span.Start, moment.Span.End, moment.At))],
        Packing.Pack(vectors.Coded.Span));

    public static VideoVectors Read(VideoId video, VectorsShape shape, string pointer) => new(
        video,
        new VectorSource(VectorKinds.Of(shape.Kind), shape.Name, shape.Version),
        shape.Dimensions >= 0 ? shape.Dimensions : throw new FormatException("a vector has no fewer values than none."),
        Making.Each(shape.Moments, $"{pointer}/moments", (moment, _) => new VectorMoment(Making.Span(moment.Start, moment.End), moment.At)),
        Packing.Unpack(shape.Codes, $"{pointer}/codes"));

    public static LogoSeenShape Of(LogoSeen seen) => new(seen.Brand, seen.Logo)
    {
        Basis = seen.Basis,
        Sightings = seen.Basis is null ? null : Packing.Pack(SightingPacking.Pack(seen.Sightings)),
        EndsBasis = seen.EndsBasis,
        Ends = seen.EndsBasis is null ? null : Packing.Pack(EndPacking.Pack(seen.Ends)),
    };

    public static LogoSeen Read(LogoSeenShape shape, string pointer)
    {
        if ((shape.Basis is null) != (shape.Sightings is null) || (shape.EndsBasis is null) != (shape.Ends is null))
        {
            throw new FormatException("what was seen comes with its basis, or neither does.");
        }

        return new LogoSeen(shape.Brand, shape.Logo)
        {
            Basis = shape.Basis,
            Sightings = shape.Sightings is { } sightings ? SightingPacking.Unpack(Whole(sightings, SightingSize, $"{pointer}/sightings")) : [],
            EndsBasis = shape.EndsBasis,
            Ends = shape.Ends is { } ends ? EndPacking.Unpack(Whole(ends, EndSize, $"{pointer}/ends")) : new Dictionary<UInt128, FoundEnd?>(),
        };
    }

    private static byte[] Whole(PackedShape packed, int size, string pointer) => packed.Bytes % size == 0
        ? Packing.Unpack(packed, pointer)
        : throw new SidecarException("bad-sidecar", $"The packed value is made of parts of {size} bytes, and {packed.Bytes} are no whole number of them.", pointer);
}
