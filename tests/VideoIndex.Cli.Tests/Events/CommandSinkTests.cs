using VideoIndex.Cli.Events;
using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Cli.Tests.Events;

public sealed class CommandSinkTests
{
    private static readonly CloudEvent Happened = new(1, "urn:videoindex:library:0", EventTypes.Removed, "9f", default, "{}");

    [Fact]
    public async Task A_command_that_hangs_is_stopped_with_all_it_started()
    {
        var marker = $"{Random.Shared.NextInt64()}";
        var receipt = await DeliverAsync($"sleep 1000{marker[..6]} & wait", TimeSpan.FromMilliseconds(300));
        Assert.Equal(("command-hung", "The command has not ended within 0.3 s and was stopped."), (receipt.Code, receipt.Sentence));
        // A killed program is listed until the kernel has taken it down.
        Assert.True(SpinWait.SpinUntil(() => !Programs().Any(command => command.Contains($"1000{marker[..6]}", StringComparison.Ordinal)), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_command_that_is_not_there_has_failed() =>
        Assert.Equal("The command ended with 127.", (await DeliverAsync("no-such-command-anywhere 2> /dev/null", TimeSpan.FromMinutes(1))).Sentence);

    [Fact]
    public async Task A_command_at_work_may_end_when_everything_stops()
    {
        using var stop = new CancellationTokenSource();
        var delivery = new CommandSink("read line && exit 0", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)).DeliverAsync(Happened, stop.Token);
        await stop.CancelAsync();
        Assert.Null((await delivery).Code);
    }

    [Fact]
    public async Task But_not_for_ever()
    {
        using var stop = new CancellationTokenSource();
        var delivery = new CommandSink("exec sleep 1000", TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(100)).DeliverAsync(Happened, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
    }

    private static Task<Receipt> DeliverAsync(string command, TimeSpan longest) =>
        new CommandSink(command, longest, TimeSpan.Zero).DeliverAsync(Happened, CancellationToken.None);

    private static IEnumerable<string> Programs() =>
        from process in Directory.GetDirectories("/proc")
        where int.TryParse(Path.GetFileName(process), out _)
        let command = CommandOf(process)
        select command;

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // it ended in the meantime
        }
    }
}
