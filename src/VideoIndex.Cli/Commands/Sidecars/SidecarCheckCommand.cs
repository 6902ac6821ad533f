using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Sidecars;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Says whether side-cars can be read, without a library.</summary>
internal sealed class SidecarCheckCommand : LibraryCommand
{
    private readonly Argument<string[]> _files = new("FILE|DIR") { Description = "Side-cars, and folders of them, which are searched to the bottom.", Arity = ArgumentArity.OneOrMore };

    public SidecarCheckCommand()
        : base("check", "Say whether side-cars can be read, and which value is wrong where one cannot.") => Arguments.Add(_files);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var terminal = invocation.Terminal;
        var checkedOnes = new List<SidecarCheckedShape>();
        foreach (var file in SidecarDisk.Find(invocation.Get(_files)))
        {
            checkedOnes.Add(await CheckAsync(file, cancellationToken).ConfigureAwait(false));
        }

        if (terminal.Json)
        {
            terminal.Write(new SidecarsCheckedShape(checkedOnes), Shapes.Default.SidecarsCheckedShape);
        }
        else
        {
            foreach (var one in checkedOnes)
            {
                terminal.Say(one.Sentence is null ? $"{one.File}: can be read" : $"{one.File}: {one.Sentence} [{one.Code}{(one.Pointer is null ? "" : $" at {one.Pointer}")}]");
            }
        }

        return checkedOnes.All(one => one.Valid) ? ExitCodes.Ok : ExitCodes.NotOk;
    }

    private static async Task<SidecarCheckedShape> CheckAsync(string file, CancellationToken cancellationToken)
    {
        var head = default(SidecarHead);
        try
        {
            var bytes = await SidecarDisk.ReadAsync(file, cancellationToken).ConfigureAwait(false);
            head = SidecarHead.Read(bytes);
            if (head.Format == SidecarFile.LibraryFormat)
            {
                SidecarRules.Check(SidecarFile.ReadLibrary(bytes));
                return new SidecarCheckedShape(file, true, head.Format, head.Version, null, null, null, null);
            }

            var sidecar = SidecarFile.ReadVideo(bytes);
            SidecarRules.Check(sidecar);
            return new SidecarCheckedShape(file, true, head.Format, head.Version, VideoName.Of(sidecar.Contents.Video), null, null, null);
        }
        catch (SidecarException refused)
        {
            return new SidecarCheckedShape(file, false, head?.Format, head?.Version, null, refused.Code, refused.Message, refused.Place);
        }
    }
}
