using VideoIndex.Brands.Pictures;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Cli.Tests.Brands;

public sealed class BrandTests : IDisposable
{
    private readonly Shelf _shelf = new();

    [Fact]
    public async Task To_import_again_adds_nothing()
    {
        Draw("event/Acme/word.png", 1);
        Draw("event/Acme/symbol/s.png", 2);
        Draw("event/Über.png", 3);

        var first = await RunAsync("import", In("event"), "--group", "Cup 2026");
        var files = Kept();
        var before = (await RunAsync("list", "--json")).Output;
        var second = await RunAsync("import", In("event"), "--group", "cup 2026");

        Assert.Equal("2 brands, 2 of them new; 3 new examples.\n", first.Output);
        Assert.Equal("2 brands, 0 of them new; 0 new examples.\n", second.Output);
        Assert.Equal(before, (await RunAsync("list", "--json")).Output);
        Assert.Equal(files, Kept());
        Assert.Equal(6, files.Length); // three pictures, and three as they are used
    }

    [Fact]
    public async Task What_cannot_be_imported_is_told_by_its_line_and_stops_nothing_else()
    {
        Draw("a.png", 1);
        await File.WriteAllTextAsync(In("note.txt"), "no picture");
        await File.WriteAllTextAsync(In("list.csv"), "brand,logo,file,tier\nAcme,,a.png,gold\nBeta,,note.txt,\nGamma,,gone.png,silver\n,,a.png,\nAcme,word,a.png,\nDelta,,,bronze\n");

        var ran = await RunAsync("import", In("list.csv"));

        Assert.Equal(ExitCodes.NotOk, ran.ExitCode);
        Assert.Equal("2 brands, 2 of them new; 2 new examples.\n", ran.Output);
        Assert.Equal(
            "line 5: The brand is not named. [bad-line]\nline 3: note.txt: The file is text, not a picture. [picture-is-text]\nline 4: gone.png: There is no such file. [not-found]\n",
            ran.Errors);
        Assert.Equal("bronze", $"{(await RunAsync("show", "delta", "--json")).Json()["brand"]!["attributes"]!["tier"]}");
    }

    [Fact]
    public async Task A_logo_is_cut_out_of_the_very_frame()
    {
        using var shelf = await Shelf.CopyAsync();
        var reel = await Reels.PathAsync(Reels.Match);
        var ran = await shelf.RunAsync("brand", "add", "Bars", "--from", reel, "10:00:02;10", "40,20,120,60", "--json");
        var example = ran.Json()["brand"]!["logos"]![0]!["examples"]![0]!;
        await shelf.RunAsync("frame", reel, "10:00:02;10", "-o", shelf.Placed("frame.png"));

        var (frame, part) = (PngPicture.Read(shelf.Placed("frame.png")), await PartAsync(shelf, $"{example["sha256"]}"));

        Assert.Equal(("video", "7007/3000"), ($"{example["source"]!["kind"]}", $"{example["source"]!["time"]}"));
        Assert.Equal((120, 60), (part.Width, part.Height));
        for (var y = 0; y < 60; y++)
        {
            Assert.Equal(frame.Green.Skip((20 + y) * frame.Width + 40).Take(120), Enumerable.Range(0, 120).Select(x => part.Rgba[(y * 120 + x) * 4 + 1]));
        }
    }

    [Theory]
    [InlineData("1", "300,100,40,10", "The box does not lie inside the frame, which is 320 x 180 pixels.")]
    [InlineData("1", "0,0,0,10", "'0,0,0,10' is not a box. Give left, top, width and height in pixels of the frame: 120,40,300,90.")]
    [InlineData("1", "a", "'a' is not a box. Give left, top, width and height in pixels of the frame: 120,40,300,90.")]
    [InlineData("9", "0,0,20,20", "The video ends at 3003/1000 s.")]
    public async Task A_box_must_lie_inside_the_frame(string time, string box, string sentence)
    {
        var ran = await (await Shelf.FullAsync()).RunAsync("brand", "add", "never", "--from", await Reels.PathAsync(Reels.Match), time, box);
        Assert.Equal($"2 videoindex: {sentence}", ran.Ending);
    }

    [Fact]
    public async Task A_picture_that_is_refused_changes_nothing()
    {
        await File.WriteAllTextAsync(In("logo.svg"), "<svg/>");
        Draw("a.png", 1);

        var ran = await RunAsync("add", "Acme", In("a.png"), In("logo.svg"));

        Assert.Equal($"4 videoindex: '{In("logo.svg")}' is not taken, and nothing was changed. {PictureRefusal.Sentences["picture-is-svg"]}", ran.Ending);
        Assert.Equal("There are no such brands. Add one with: videoindex brand add NAME FILE\n", (await RunAsync("list")).Output);
        Assert.Empty(Directory.GetFiles(Path.Combine(_shelf.Library, "brands", "incoming")));
    }

    [Fact]
    public async Task A_brand_called_by_a_number_is_no_other_brand()
    {
        Draw("a.png", 1);
        Draw("b.png", 2);
        await RunAsync("add", "Acme", In("a.png"));

        Assert.Equal("Added the brand 2, 1: 1 new example.\n", (await RunAsync("add", "1", In("b.png"))).Output);
    }

    [Fact]
    public async Task A_retired_brand_is_not_listed_and_not_added_to()
    {
        Draw("a.png", 1);
        await RunAsync("add", "Acme", In("a.png"));
        await RunAsync("retire", "acme");

        Assert.Equal("2 videoindex: The brand Acme is retired. To go on with it: videoindex brand restore 1", (await RunAsync("add", "ACME", In("a.png"))).Ending);
        Assert.DoesNotContain("Acme", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.Contains("Acme", (await RunAsync("list", "--retired")).Output, StringComparison.Ordinal);
        await RunAsync("restore", "1");
        Assert.Contains("Acme", (await RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brand_has_a_page()
    {
        Draw("a.png", 1);
        await RunAsync("add", "Acme", In("a.png"), "--logo", "wordmark", "--group", "Cup", "--attribute", "tier=gold", "--by", "Ada");
        await RunAsync("edit", "acme", "--attribute", "tier=silver", "--by", "Bob");
        Golden.Verify(await (await RunAsync("show", "acme")).GoldenWordsAsync());
    }

    [Theory]
    [InlineData("add Acme", "2 videoindex: brand add needs FILE or --from VIDEO TIME x,y,w,h. Run: videoindex brand add --help")]
    [InlineData("add Acme nowhere.gif", "3 videoindex: There is no file 'nowhere.gif'.")]
    [InlineData("add Acme --from a 1", "2 videoindex: --from takes three words: VIDEO TIME x,y,w,h. Files stand before it. Run: videoindex brand add --help")]
    [InlineData("add Acme x.png --attribute gold", "2 videoindex: --attribute takes KEY=VALUE, not 'gold'.")]
    [InlineData("edit Acme", "2 videoindex: brand edit needs something to change. Run: videoindex brand edit --help")]
    [InlineData("show nobody", "3 videoindex: There is no brand 'nobody'. See: videoindex brand list")]
    [InlineData("list --group nowhere", "3 videoindex: There is no group 'nowhere'.")]
    [InlineData("remove-example Match 99", "3 videoindex: There is no brand 'Match'. See: videoindex brand list")]
    [InlineData("import nowhere", "3 videoindex: There is no folder or file 'nowhere'.")]
    [InlineData("lst", "2 videoindex: There is no command 'brand lst'. Did you mean brand list? Run: videoindex brand --help")]
    public async Task A_mistake_gets_one_sentence(string line, string ending) =>
        Assert.Equal(ending, (await (await Shelf.FullAsync()).RunAsync(["brand", .. line.Split(' ')])).Ending);

    public void Dispose() => _shelf.Dispose();

    private static async Task<VideoIndex.Looks.ColourPicture> PartAsync(Shelf shelf, string sha256) =>
        PicturePacking.Unpack(await File.ReadAllBytesAsync(Path.Combine(shelf.Library, "brands", sha256[..2], $"{sha256}.picture")));

    private string In(string name) => Path.Combine(_shelf.Folder, name);

    private void Draw(string name, int seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllBytes(In(name), DrawnPicture.Png(DrawnPicture.Mark(80, 50, seed)));
    }

    private string[] Kept() => [.. Directory.GetFiles(Path.Combine(_shelf.Library, "brands"), "*", SearchOption.AllDirectories).Order()];

    private Task<Ran> RunAsync(params string[] arguments) => _shelf.RunAsync(["brand", .. arguments]);
}
