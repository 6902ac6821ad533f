using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Sidecars;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Takes side-cars into the library.</summary>
internal sealed class SidecarReadCommand : LibraryCommand
{
    private readonly Argument<string[]> _files = new("FILE|DIR") { Description = "Side-cars, and folders of them, which are searched to the bottom.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _replace = new("--replace") { Description = "Where the library knows a video otherwise, put what the side-car says was found in its place. What people said stays, and what they said there is added." };

    public SidecarReadCommand()
        : base("read", "Take side-cars into the library, which is made where there is none; to do so again changes nothing.")
    {
        Arguments.Add(_files);
        Options.Add(_replace);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var files = SidecarDisk.Find(invocation.Get(_files));
        if (files is [])
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-file", "There is no side-car there: their names end in .videoindex.json.");
        }

        using var library = invocation.Create();
        var reading = new SidecarReading(library, invocation.Get(_replace));
        var read = new List<SidecarReadShape>();
        foreach (var file in await SidecarReading.InOrderAsync(files, cancellationToken).ConfigureAwait(false))
        {
            invocation.Terminal.Progress($"{read.Count:N0} of {files.Count:N0} read: {file.Path}");
            read.Add(file.Refused ?? await reading.ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        invocation.Terminal.Progress("");
        Tell(read, invocation.Terminal);
        return read.Any(one => one.Outcome == "refused") ? ExitCodes.NotOk : ExitCodes.Ok;
    }

    private static void Tell(List<SidecarReadShape> read, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(new SidecarsReadShape(read), Shapes.Default.SidecarsReadShape);
            return;
        }

        foreach (var one in read)
        {
            if (one.Sentence is not null)
            {
                terminal.Remark($"{one.File}: {one.Sentence} [{one.Code}{(one.Pointer is null ? "" : $" at {one.Pointer}")}]");
            }
        }

        foreach (var (note, times) in read.SelectMany(one => one.Notes).CountBy(note => note))
        {
            terminal.Remark(times == 1 ? note : $"{note} ({times:N0} times)");
        }

        int Count(string outcome) => read.Count(one => one.Outcome == outcome && one.Video is not null);
        terminal.Say($"{Counts.Of(Count("added"), "video")} added, {Count("replaced"):N0} replaced, {Count("unchanged"):N0} known already, {read.Count(one => one.Outcome == "refused"):N0} refused.");
    }
}
