using System.Text;
using VideoIndex.Events;
using VideoIndex.Importing;
using VideoIndex.Reviews;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Keeping;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Keeping;

public sealed class SqliteImportStoreTests : ImportContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteImportStoreTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IImportStore Store => _library.Imports;

    protected override IReviewStore Reviews => _library.Reviews;

    protected override IOutbox Outbox => _library.Outbox;

    protected override Task<IReadOnlyList<string>> FindableAsync(VideoId video) => _folder.FindableAsync(video);

    [Fact]
    public async Task Its_words_are_found_and_no_longer_when_it_is_gone()
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await Store.KeepAsync(Plain("one", "5-6 zebra"), default);
        Assert.Equal(2, (await _library.Moments.SearchAsync(A.Asked("zebra"), default)).Moments.Count);

        await Store.RemoveAsync(A.Id("a.mp4"), "one", default);
        Assert.Empty((await _library.Moments.SearchAsync(A.Asked("zebra"), default)).Moments);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_is_left_in_the_files(bool isVideoRemoved)
    {
        await Catalog.SaveAsync(A.Video("other.mp4").Saying("0-1 stays"), default);
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        var import = Plain("one", "5-6 zebra0x") with { Complaints = ["zebra1x"], Verbatim = "\"zebra2x\"", Name = "zebra3x" };
        await Store.KeepAsync(import, default);
        Assert.All(Enumerable.Range(0, 4), at => Assert.True(Holds($"zebra{at}x"), $"zebra{at} was never written."));

        Assert.True(isVideoRemoved ? await Catalog.RemoveAsync(import.Video, default) : await Store.RemoveAsync(import.Video, "one", default));

        Assert.All(Enumerable.Range(0, 4), at => Assert.False(Holds($"zebra{at}x"), $"zebra{at} is still on disk."));
        Assert.True(Holds("stays"));
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private bool Holds(string token) => Directory.EnumerateFiles(_folder.Path).Any(
        file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) >= 0;
        });
}
