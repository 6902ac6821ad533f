using VideoIndex.Brands;
using VideoIndex.Logos;
using VideoIndex.Logos.Pixels;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos.Finding;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class KnownExamplesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("known-").FullName;

    private LibraryFolder Library => new(_folder);

    [Fact]
    public async Task A_picture_is_described_once_for_all_programs()
    {
        var first = new Placed(Library);
        var picture = first.Picture(7).Picture;

        var described = await ReadAsync(first, picture);
        var later = new Placed(Library);
        var kept = await ReadAsync(later, picture);

        Assert.Equal((1, 0), (first.Described, later.Described));
        Assert.Equal(KnownPacking.Pack(described), KnownPacking.Pack(kept));
    }

    [Fact]
    public async Task What_another_version_described_is_described_anew()
    {
        var first = new Placed(Library);
        var picture = first.Picture(7).Picture;
        await ReadAsync(first, picture);

        var newer = new Placed(Library) { Version = "made-up 2" };
        await ReadAsync(newer, picture);

        Assert.Equal(1, newer.Described);
    }

    [Theory]
    [InlineData(0)]   // the magic
    [InlineData(20)]  // the hash
    [InlineData(150)] // a size
    [InlineData(-1)]  // cut short
    public async Task What_is_damaged_is_described_anew_and_then_whole(int at)
    {
        var first = new Placed(Library);
        var picture = first.Picture(7).Picture;
        await ReadAsync(first, picture);
        var file = Directory.GetFiles(_folder, "*.known", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file);
        var whole = bytes.ToArray();
        bytes[at < 0 ? 0 : at] ^= 1;
        await File.WriteAllBytesAsync(file, at < 0 ? whole[..^1] : bytes);

        var later = new Placed(Library);
        await ReadAsync(later, picture);

        Assert.Equal(1, later.Described);
        Assert.Equal(whole, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public void All_that_an_example_is_known_by_is_packed()
    {
        var made = Placed.Made(3) with { Patterns = [new MarkPattern(3, 2, [1, 2, 3, 4, 5, 6], [9, 8, 7, 6, 5, 4], new PatternPlace(2, 3, 0.5, -1.5))] };

        var unpacked = KnownPacking.Unpack(KnownPacking.Pack(made));

        Assert.Equal((made.Size, made.Places), (unpacked.Size, unpacked.Places));
        Assert.Equal(made.Features, unpacked.Features);
        var (before, after) = (Assert.Single(made.Patterns), Assert.Single(unpacked.Patterns));
        Assert.Equal((before.Width, before.Height, before.Place), (after.Width, after.Height, after.Place));
        Assert.Equal(KnownPacking.Pack(made), KnownPacking.Pack(unpacked)); // the layers, too
        Assert.Equal(["Features", "Grade", "Patterns", "Places", "Size"], typeof(KnownExample).GetProperties().Select(property => property.Name).Order());
        Assert.Throws<FormatException>(() => KnownPacking.Unpack(KnownPacking.Pack(made).AsSpan()[..^1]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<KnownExample> ReadAsync(Placed analyst, ExamplePicture picture) =>
        new KnownExamples(new ExampleShelf(Library, null!), Library, analyst).ReadAsync(picture, default);
}
