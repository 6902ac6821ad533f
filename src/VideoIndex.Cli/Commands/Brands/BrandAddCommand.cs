using System.CommandLine;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline.Brands;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Adds a brand, or pictures to one.</summary>
internal sealed class BrandAddCommand : LibraryCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "What the brand is called, in any script." };
    private readonly Argument<string[]> _files = new("FILE") { Description = "Pictures of one of its logos: PNG, JPEG, WebP, BMP or GIF.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Cut the logo out of a frame of a video in the library; may be given more than once.",
        HelpName = "VIDEO TIME x,y,w,h",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _logo = new("--logo") { Description = $"Which of the brand's logos the pictures show. Default: {BrandName.MainLogo}.", HelpName = "LOGO" };
    private readonly Option<string[]> _groups = BrandCommand.Groups("--group", "Put the brand into a group, such as an event's sponsors; may be given more than once.");
    private readonly Option<string[]> _attributes = BrandCommand.Attributes();
    private readonly Option<string?> _by = BrandCommand.By();

    public BrandAddCommand()
        : base("add", "Add a brand with pictures of a logo; to a brand that is there, add the pictures.")
    {
        Arguments.Add(_name);
        Arguments.Add(_files);
        Options.Add(_from);
        Options.Add(_logo);
        Options.Add(_groups);
        Options.Add(_attributes);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (files, crops) = (invocation.Get(_files), FrameCut.Read(invocation.Get(_from)!));
        if (files.Length + crops.Count == 0)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "brand add needs FILE or --from VIDEO TIME x,y,w,h. Run: videoindex brand add --help");
        }

        List<BrandChange> changes =
        [
            .. invocation.Get(_groups)!.Select(group => new BrandChange.JoinGroup(group)),
            .. BrandCommand.Read(invocation.Get(_attributes)!),
        ];
        using var library = crops.Count > 0 ? invocation.Open() : invocation.Create();
        var logo = invocation.Get(_logo) ?? BrandName.MainLogo;
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var shelf = library.Examples(tools);
        foreach (var file in files)
        {
            changes.Add(new BrandChange.AddExample(logo, await KeepAsync(shelf, file, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var crop in crops)
        {
            changes.Add(new BrandChange.AddExample(logo, await crop.KeepAsync(library, tools, invocation.Terminal, cancellationToken).ConfigureAwait(false)));
        }

        var done = await library.Register().RegisterAsync(invocation.Get(_name), changes, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        Tell(done, library, invocation.Terminal);
        await BackgroundSearch.OrderAsync(library, tools, invocation.Terminal, cancellationToken).ConfigureAwait(false);
        return ExitCodes.Ok;
    }

    // All pictures are read before anything is changed, so that one that is refused leaves the brand as it was.
    private static async Task<ExamplePicture> KeepAsync(ExampleShelf shelf, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{file}'.");
        }

        try
        {
            return await shelf.KeepAsync(Path.GetFullPath(file), new ExampleSource.PictureFile(Path.GetFileName(file)), cancellationToken).ConfigureAwait(false);
        }
        catch (MediaRefusedException refused)
        {
            throw new CommandException(ExitCodes.NotOk, refused.Code, $"'{file}' is not taken, and nothing was changed. {refused.Message}");
        }
    }

    private static void Tell(Registered done, LibraryHost library, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(RegisteredShape.Of(done, library.Folder.PathOf), Shapes.Default.RegisteredShape);
        }
        else
        {
            terminal.Say($"{(done.IsNew ? "Added" : "Changed")} the brand {done.Brand.Id.Number}, {done.Brand.Name}: {Counts.Of(done.NewExamples, "new example")}.");
        }
    }
}
