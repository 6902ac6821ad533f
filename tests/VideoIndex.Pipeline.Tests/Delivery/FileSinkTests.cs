using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Pipeline.Tests.Delivery;

public sealed class FileSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex events ").FullName;

    private string Lines => Path.Combine(_folder, "events.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Events_are_whole_lines_in_order()
    {
        Assert.Null(await DeliverAsync(1));
        Assert.Null(await DeliverAsync(2));
        Assert.Equal(Text(1) + Text(2), await File.ReadAllTextAsync(Lines));
    }

    [Fact]
    public async Task A_line_torn_anywhere_is_cut_off_and_written_again()
    {
        for (var kept = 0; kept <= Text(2).Length; kept++)
        {
            await File.WriteAllTextAsync(Lines, Text(1) + Text(2)[..kept]);
            Assert.Null(await DeliverAsync(2));
            Assert.Equal(Text(1) + Text(2), await File.ReadAllTextAsync(Lines));
        }
    }

    [Fact]
    public async Task A_file_that_was_moved_away_begins_anew()
    {
        await DeliverAsync(1);
        File.Move(Lines, Lines + ".1");
        await DeliverAsync(2);
        Assert.Equal(Text(2), await File.ReadAllTextAsync(Lines));
    }

    [Theory]
    [InlineData("my notes")]
    [InlineData("my notes\n")]
    [InlineData("\n")]
    [InlineData("{\"specversion\":\"1.0\"}\nmy notes")]
    public async Task A_file_that_holds_something_else_is_left_alone(string text)
    {
        await File.WriteAllTextAsync(Lines, text);
        Assert.Equal("not-an-event-file", await DeliverAsync(1));
        Assert.Equal(text, await File.ReadAllTextAsync(Lines));
    }

    [Fact]
    public async Task A_long_file_is_not_read_to_be_written_behind()
    {
        var many = string.Concat(Enumerable.Range(1, 5000).Select(sequence => Text(sequence)));
        await File.WriteAllTextAsync(Lines, many + Text(5001)[..30]);
        Assert.Null(await DeliverAsync(5001));
        Assert.Equal(many + Text(5001), await File.ReadAllTextAsync(Lines));
    }

    [Fact]
    public async Task Of_two_that_write_one_waits()
    {
        await DeliverAsync(1);
        using (new FileStream(Lines, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("file-error", await DeliverAsync(2));
        }

        Assert.Null(await DeliverAsync(2));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said() =>
        Assert.Equal("file-error", (await new FileSink(Path.Combine(_folder, "no", "where")).DeliverAsync(Outbox.Event(1), CancellationToken.None)).Code);

    private static string Text(long sequence) => Outbox.Event(sequence).ToJson() + "\n";

    private async Task<string?> DeliverAsync(long sequence) => (await new FileSink(Lines).DeliverAsync(Outbox.Event(sequence), CancellationToken.None)).Code;
}
