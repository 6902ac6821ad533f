using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests;

public sealed class RemovalTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_of_a_removed_video_is_left_in_the_files(int seed)
    {
        using var library = _folder.Open();
        var random = new Random(seed);
        var videos = Enumerable.Range(0, 12).Select(at => Secretive(at, random)).ToList();
        foreach (var video in videos)
        {
            await library.Catalog.SaveAsync(video, default);
        }

        foreach (var video in videos.Where((_, at) => at % 3 == 0)) // some were saved twice, with other words
        {
            await library.Catalog.SaveAsync(video, default);
        }

        foreach (var at in Enumerable.Range(0, videos.Count).OrderBy(_ => random.Next()).Take(8).ToList())
        {
            Assert.True(Holds($"zebra{at}"));
            await library.Catalog.RemoveAsync(videos[at].Contents.Video.Id, default);
            Assert.False(Holds($"zebra{at}"), $"The words of video {at} are still on disk.");
        }
    }

    [Fact]
    public async Task The_words_that_were_replaced_go_with_the_video()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("other.mp4").Saying("0-1 stays"), default);
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 giraffe"), default);
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 hippo"), default);

        await library.Catalog.RemoveAsync(A.Id("a.mp4"), default);

        Assert.Equal((false, false, true), (Holds("giraffe"), Holds("hippo"), Holds("stays")));
    }

    [Fact]
    public async Task The_work_on_a_video_and_what_was_told_of_it_go_with_it()
    {
        using var library = _folder.Open();
        var video = A.Video("zebra0x.mp4").Contents.Video;
        var order = new JobOrder(new JobKey("probe", video.Id, 1, "zebra1x"), "probe", """{"path":"zebra2x"}""") { FanIn = "zebra3x" };
        await library.Jobs.SubmitAsync(
            new Effects { Change = new CatalogChange.Accept(video), Orders = [order], FanIns = [new FanIn("zebra3x", 1, order with { FanIn = null })] },
            default);
        var lease = (await library.Jobs.ClaimAsync(new Claim("zebra4x", TimeSpan.FromMinutes(1)), default))[0];
        await library.Jobs.FailAsync(lease, new Failure(FailureKind.Permanent, "fault", "/films/zebra5x.mp4 broke.", "zebra6x"), default);
        Assert.All(Enumerable.Range(0, 7), at => Assert.True(Holds($"zebra{at}"), $"zebra{at} was never written."));

        await library.Catalog.RemoveAsync(video.Id, default);

        Assert.All(Enumerable.Range(0, 7), at => Assert.False(Holds($"zebra{at}"), $"zebra{at} is still on disk."));
        Assert.True(Holds(video.Id.ToString())); // the event that tells of the removal, and nothing else
    }

    [Fact]
    public async Task What_people_kept_and_said_of_a_video_goes_with_it()
    {
        using var library = _folder.Open();
        var video = A.Video("a.mp4").Tagged("chapter", "0-9 zebra0x");
        var id = video.Contents.Video.Id;
        await library.Catalog.SaveAsync(video, default);
        FactChange[] kept = [new FactChange.Define(new("client", FieldType.Text, [])), new FactChange.Give(id, "client", "zebra1x"), new FactChange.Give(id, "client", "zebra2x"), new FactChange.Collect(id, "zebra3x")];
        await library.Facts.ChangeAsync(kept, "ada", default);
        var tag = new TypedTag(A.Span("1-2"), "tag", "zebra4x", null, "zebra5x");
        await library.Reviews.ChangeAsync(id, [new ReviewChange.Judge(VideoClaim.Of(video.Contents.Tags[0]), "rejected", "zebra6x"), new ReviewChange.Add(tag), new ReviewChange.Add(tag with { Label = "zebra7x" })], "ada", default);
        await library.Reviews.ChangeAsync(id, [new ReviewChange.Withdraw(3)], "ada", default);
        Assert.All(Enumerable.Range(0, 8), at => Assert.True(Holds($"zebra{at}"), $"zebra{at} was never written."));

        await library.Catalog.RemoveAsync(id, default);

        Assert.All(Enumerable.Range(0, 8), at => Assert.False(Holds($"zebra{at}"), $"zebra{at} is still on disk."));
    }

    public void Dispose() => _folder.Dispose();

    // Every word of the video carries its own number, so any scrap of it can be told.
    private static IndexedVideo Secretive(int number, Random random)
    {
        string Words(int most) => string.Join(
            ' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => $"zebra{number}x{random.Next(1000)}"));

        var lines = Enumerable.Range(0, random.Next(1, 400)).Select(at => $"{at}-{at + 1} {Words(40)}").ToArray();
        return A.Video($"zebra{number}x.mp4", $"content {number}")
            .Saying(lines)
            .Tagged("chapter", [.. lines.Take(40)])
            .Shots("0", "5")
            .Attribute("title", Words(2000));
    }

    private bool Holds(string token) => Directory.EnumerateFiles(_folder.Path).Any(
        file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(token + (token.StartsWith("zebra", StringComparison.Ordinal) ? "x" : ""))) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
