using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Pipeline.Tests.Watching;

public sealed class TakenFilesTests : IDisposable
{
    private readonly string _own = Directory.CreateTempSubdirectory("videoindex watch ").FullName;

    public void Dispose() => Directory.Delete(_own, recursive: true);

    [Fact]
    public async Task What_was_remembered_often_is_written_anew()
    {
        var memory = Path.Combine(_own, "watched.jsonl");
        var taken = TakenFiles.Open(memory);
        for (var change = 0; change < 1000; change++)
        {
            taken.Keep(new SeenFile("/drop/a.mp4", change, default));
        }

        Assert.True(TakenFiles.Open(memory).Holds(new SeenFile("/drop/a.mp4", 999, default)));
        Assert.Single(await File.ReadAllLinesAsync(memory), line => line != "");
        Assert.True(TakenFiles.Open(memory).Holds(new SeenFile("/drop/a.mp4", 999, default)));
    }
}
