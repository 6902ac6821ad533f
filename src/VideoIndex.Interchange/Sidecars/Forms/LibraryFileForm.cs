using VideoIndex.Alerts;
using VideoIndex.Brands;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Sidecars;
using VideoIndex.Videos;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>The side-car of what is not of one video.</summary>
internal static class LibraryFileForm
{
    public static LibraryFileShape Of(LibrarySidecar sidecar) => new(SidecarFile.LibraryFormat, SidecarFile.Version)
    {
        Fields = Making.Filled(sidecar.Fields.Select(field => new FieldShape(field.Name, field.Type.Name()) { Choices = Making.Filled(field.Choices) })),
        FieldChanges = Making.Filled(sidecar.FieldChanges.Select(KeptForm.Of)),
        Vocabulary = Making.Filled(sidecar.Vocabulary.Select(one => new StatementShape(one.Kind, one.Text) { Concept = NullIfEmpty(one.Concept), Language = NullIfEmpty(one.Language) })),
        VocabularyChanges = Making.Filled(sidecar.VocabularyChanges.Select(KeptForm.Of)),
        Brands = Making.Filled(sidecar.Brands.Select(Of)),
        BrandGroups = Making.Filled(sidecar.BrandGroups),
        Alerts = Making.Filled(sidecar.Alerts.Select(alert => new AlertShape(alert.Name, alert.Question, Making.Text(alert.Added), alert.AddedBy)
        {
            Run = alert.Receiver.Run,
            Post = alert.Receiver.Post,
            SecretFile = alert.Receiver.SecretFile,
            Rests = alert.Rests,
        })),
        Files = Making.Filled(sidecar.Files.Select(KeptForm.Of)),
    };

    public static LibrarySidecar Read(LibraryFileShape shape) => new()
    {
        Fields = Making.Each(shape.Fields, "/fields", (field, pointer) => new FieldDefinition(field.Name, KeptForm.TypeOf(field.Type, pointer), Making.Texts(field.Choices, $"{pointer}/choices"))),
        FieldChanges = Making.Each(shape.FieldChanges, "/fieldChanges", KeptForm.Change),
        Vocabulary = Making.Each(shape.Vocabulary, "/vocabulary", Statement),
        VocabularyChanges = Making.Each(shape.VocabularyChanges, "/vocabularyChanges", KeptForm.Change),
        Brands = Making.Each(shape.Brands, "/brands", Brand),
        BrandGroups = Making.Texts(shape.BrandGroups, "/brandGroups"),
        Alerts = Making.Each(shape.Alerts, "/alerts", (alert, _) => new Alert(
            alert.Name, alert.Question, new AlertReceiver(alert.Run, alert.Post, alert.SecretFile), 0, Making.Day(alert.Added), alert.By)
        {
            Rests = alert.Rests,
        }),
        Files = Making.Each(shape.Files, "/files", KeptForm.File),
    };

    private static VocabularyStatement Statement(StatementShape shape, string pointer) => StatementKind.All.Contains(shape.Kind)
        ? new VocabularyStatement(shape.Concept ?? "", shape.Kind, shape.Language ?? "", shape.Text)
        : throw new FormatException($"'{shape.Kind}' is none of {string.Join(", ", StatementKind.All)}.");

    private static BrandShape Of(BrandKept kept)
    {
        var brand = kept.Brand;
        return new BrandShape(brand.Id.Number, brand.Name, Of(brand.Added), Of(brand.Changed), [.. brand.Logos.Select(Of)], [.. kept.Changes.Select(KeptForm.Of)])
        {
            IsRetired = brand.IsRetired ? true : null,
            Attributes = brand.Attributes.Count == 0 ? null : brand.Attributes,
            Groups = Making.Filled(brand.Groups),
        };
    }

    private static BrandKept Brand(BrandShape shape, string pointer) => new(
        new Brand
        {
            Id = new BrandId(Number(shape.Number)),
            Name = Named("brand", shape.Name, $"{pointer}/name"),
            IsRetired = shape.IsRetired ?? false,
            Added = Stamp(shape.Added),
            Changed = Stamp(shape.Changed),
            Attributes = Making.Table(shape.Attributes, $"{pointer}/attributes"),
            Groups = Making.Each(shape.Groups, $"{pointer}/groups", (group, at) => Named("group", group, at)),
            Logos = Making.Each(shape.Logos, $"{pointer}/logos", Logo),
        },
        Making.Each(shape.Changes, $"{pointer}/changes", KeptForm.Change));

    private static LogoShape Of(Logo logo) => new(logo.Id.Number, logo.Name, [.. logo.Examples.Select(Of)]);

    private static Logo Logo(LogoShape shape, string pointer) => new(
        new LogoId(Number(shape.Number)), Named("logo", shape.Name, $"{pointer}/name"), Making.Each(shape.Examples, $"{pointer}/examples", Example));

    private static ExampleShape Of(LogoExample example)
    {
        var picture = example.Picture;
        return new ExampleShape(example.Id.Number, picture.Place, picture.Sha256, picture.Width, picture.Height, Of(picture.Region), Of(example.Added))
        {
            File = (picture.Source as ExampleSource.PictureFile)?.Name,
            Frame = picture.Source is ExampleSource.VideoFrame frame ? new FrameSourceShape(frame.Video.ToString(), frame.Time, Of(frame.Box)) : null,
        };
    }

    private static LogoExample Example(ExampleShape shape, string pointer) => new(
        new ExampleId(Number(shape.Number)),
        new ExamplePicture(shape.Picture, shape.Sha256, shape.Width, shape.Height, Pixels(shape.Region), Source(shape)),
        Stamp(shape.Added));

    private static ExampleSource Source(ExampleShape shape) => (shape.File, shape.Frame) switch
    {
        ({ } file, null) => new ExampleSource.PictureFile(file),
        (null, { } frame) => new ExampleSource.VideoFrame(VideoId.TryParse(frame.Video, out var id) ? id : throw new FormatException("a video's id is 32 hex digits."), frame.At, Pixels(frame.Box)),
        _ => throw new FormatException("an example is from a picture file or from a frame, and from one of them."),
    };

    private static BoxShape Of(PixelBox box) => new(box.Left, box.Top, box.Width, box.Height);

    private static PixelBox Pixels(BoxShape box) => new(box.Left, box.Top, box.Width, box.Height);

    private static StampShape Of(Stamp stamp) => new(Making.Text(stamp.At), stamp.By);

    private static Stamp Stamp(StampShape shape) => new(Making.Day(shape.At), shape.By);

    private static long Number(long number) => number >= 1 ? number : throw new FormatException("numbers are given from 1 on.");

    private static string Named(string thing, string name, string pointer)
    {
        try
        {
            return BrandName.Read(thing, name) == name ? name : throw new SidecarException("bad-sidecar", $"The name of a {thing} has a blank too many.", pointer);
        }
        catch (BrandException refused)
        {
            throw new SidecarException("bad-sidecar", refused.Message, pointer);
        }
    }

    private static string? NullIfEmpty(string text) => text is "" ? null : text;
}
