using VideoIndex.Brands;
using VideoIndex.Importing;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Sidecars;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>What people keep and say of a video, what was taken in from elsewhere, and files that come along.</summary>
internal static class KeptForm
{
    public static FieldKeptShape Of(FieldKept field) => new(field.Name, field.Type.Name(), field.Values);

    public static FieldKept Field(FieldKeptShape shape, string pointer) => new(shape.Name, TypeOf(shape.Type, pointer), Making.Texts(shape.Values, $"{pointer}/values"));

    public static FieldType TypeOf(string name, string pointer)
    {
        try
        {
            return FieldTypes.Read(name);
        }
        catch (FactException refused)
        {
            throw new SidecarException("bad-sidecar", refused.Message, $"{pointer}/type");
        }
    }

    public static ChangeShape Of(PastChange change) => new(Making.Text(change.Made.At), change.Made.By, change.What, change.Detail);

    public static PastChange Change(ChangeShape shape, string pointer) => new(new Stamp(Making.Day(shape.At), shape.By), shape.What, shape.Detail);

    public static ReviewShape Of(ReviewEntry entry)
    {
        var claim = entry.Claim;
        return new ReviewShape(
            entry.Number, entry.What.ToString().ToLowerInvariant(), claim.Span.Start, claim.Span.End, claim.Kind, claim.Label, Making.Of(claim.Origin), Making.Text(entry.Made.At), entry.Made.By)
        {
            Tag = entry.Tag,
            Box = Making.Of(claim.Box),
            Note = entry.Note is "" ? null : entry.Note,
        };
    }

    public static ReviewEntry Review(VideoId video, ReviewShape shape, string pointer) => new(
        shape.Number,
        VideoForm.Word<ReviewAct>(shape.What, $"{pointer}/what"),
        new VideoClaim(video, Making.Span(shape.Start, shape.End), shape.Kind, shape.Label, Making.Origin(shape.Origin), Making.Box(shape.Box)),
        shape.Tag,
        new Stamp(Making.Day(shape.At), shape.By),
        shape.Note ?? "");

    public static ImportShape Of(Import import) => new(
        import.Id, import.Name, import.Format, Making.Text(import.Made), [.. import.Tags.Select(FoundForm.Of)], [.. import.Transcripts.Select(FoundForm.Of)])
    {
        Complaints = Making.Filled(import.Complaints),
        Verbatim = import.Verbatim,
    };

    public static Import Import(VideoId video, ImportShape shape, string pointer) => new(
        shape.Id,
        video,
        shape.Name,
        shape.Format,
        Making.Day(shape.Made),
        Making.Each(shape.Tags, $"{pointer}/tags", (tag, at) => FoundForm.Tag(video, tag, at)),
        Making.Each(shape.Transcripts, $"{pointer}/transcripts", FoundForm.Transcript))
    {
        Complaints = Making.Texts(shape.Complaints, $"{pointer}/complaints"),
        Verbatim = shape.Verbatim,
    };

    public static ToldShape Of(MomentTold told) => new(told.Alert, told.Kind, told.Text, told.Span.Start, told.Span.End, told.WasTold);

    public static MomentTold Told(ToldShape shape, string pointer) => new(shape.Alert, shape.Kind, shape.Text, Making.Span(shape.Start, shape.End), shape.WasTold);

    public static FileShape Of(FileKept file) => new(file.Place, file.Bytes.Length, Packing.Pieces(file.Bytes));

    public static FileKept File(FileShape shape, string pointer) => Packing.Joined(shape.Pieces, $"{pointer}/pieces") is var bytes && bytes.Length == shape.Bytes
        ? new FileKept(shape.Place, bytes)
        : throw new FormatException($"its pieces are {bytes.Length} bytes together, and should be {shape.Bytes}.");
}
