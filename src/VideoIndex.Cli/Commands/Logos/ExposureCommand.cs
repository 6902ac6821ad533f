using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Exposure;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Logos;

/// <summary>Says when and how long brands are on screen.</summary>
internal sealed class ExposureCommand : LibraryCommand
{
    private readonly Argument<string[]> _videos = new("VIDEO") { Description = "The videos, by path or id. Default: all of the library.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _group = new("--group") { Description = "Only the brands in this group.", HelpName = "GROUP" };
    private readonly Option<string?> _rule = new("--rule") { Description = $"What counts as qualified: {string.Join(" or ", ExposureRule.BuiltIn.Select(rule => rule.Name))}. Default: the first.", HelpName = "RULE" };
    private readonly Option<double> _score = new("--score")
    {
        Description = "How sure a sighting must be, as a raw score. Less finds more, and more that is wrong.",
        HelpName = "SCORE",
        DefaultValueFactory = _ => AppearanceRule.Default.Sure,
    };

    private readonly Option<string?> _output = new("--output") { Description = "A folder for the report: report.html, and appearances.csv, brands.csv and mentions.csv.", HelpName = "FOLDER" };

    public ExposureCommand()
        : base("exposure", "Say when, how large and how long brands are on screen, in videos indexed before or after they were added.")
    {
        Arguments.Add(_videos);
        foreach (var option in (Option[])[_group, _rule, _score, _output])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (exposure, sure) = (RuleOf(invocation.Get(_rule)), invocation.Get(_score));
        var brands = await BrandsAsync(library, invocation.Get(_group), cancellationToken).ConfigureAwait(false);
        var videos = await VideosAsync(library, invocation.Get(_videos), cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var terminal = invocation.Terminal;
        var made = await library.Report(tools).OfAsync(
            brands, videos, exposure, AppearanceRule.Default with { Sure = sure, Likely = sure / 2 }, new Begun(terminal), cancellationToken).ConfigureAwait(false);
        if (invocation.Get(_output) is { } folder)
        {
            await ReportFolder.WriteAsync(folder, GroupOf(brands, invocation.Get(_group)), made, cancellationToken).ConfigureAwait(false);
        }

        if (terminal.Json)
        {
            terminal.Write(ExposureShape.Of(made), Shapes.Default.ExposureShape);
        }
        else
        {
            Print(made, terminal);
        }

        return ExitCodes.Ok;
    }

    private static ExposureRule RuleOf(string? name) => name is null ? ExposureRule.Viewable
        : ExposureRule.BuiltIn.FirstOrDefault(rule => rule.Name == name)
            ?? throw new CommandException(ExitCodes.Usage, "no-such-rule", $"There is no rule '{name}'. There are {string.Join(" and ", ExposureRule.BuiltIn.Select(rule => rule.Name))}.");

    private static async Task<IReadOnlyList<Brand>> BrandsAsync(LibraryHost library, string? group, CancellationToken cancellationToken)
    {
        var brands = (await library.Brands.ListAsync(cancellationToken).ConfigureAwait(false)).Where(brand => !brand.IsRetired).ToList();
        var asked = group is null ? brands : [.. brands.Where(brand => BrandRules.IsIn(brand, group))];
        return asked is [_, ..] ? asked
            : group is null ? throw new CommandException(ExitCodes.NotFound, "no-brands", "There are no brands to look for. Add one with: videoindex brand add NAME FILE")
            : throw new CommandException(ExitCodes.NotFound, "no-such-group", $"No brand that is looked for is in a group '{group}'.");
    }

    private static async Task<IReadOnlyList<Video>> VideosAsync(LibraryHost library, string[] references, CancellationToken cancellationToken)
    {
        if (references is [])
        {
            return [.. (await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false)).Where(video => video.Frames > 0)];
        }

        var videos = new List<Video>();
        foreach (var reference in references)
        {
            videos.Add(await library.ResolveAsync(reference, cancellationToken).ConfigureAwait(false));
        }

        return [.. videos.DistinctBy(video => video.Id)];
    }

    // As it is kept, however it was typed.
    private static string? GroupOf(IReadOnlyList<Brand> brands, string? asked) =>
        asked is null ? null : brands[0].Groups.First(group => BrandName.Fold(group) == BrandName.Fold(asked));

    private static void Print(MadeReport made, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Brand", "Appearances", "Net s", "Gross s", "Qualified s", "Solus s", "Share %", "By area %", "Spoken", "Written");
        foreach (var brand in made.Report.Brands)
        {
            string[] row =
            [
                brand.Brand, Text(brand.Appearances), Seconds(brand.Net), Seconds(brand.Gross), Seconds(brand.Qualified), Seconds(brand.Solus),
                Text(brand.ShareBySeconds), Text(brand.ShareByArea), Text(brand.Spoken), Text(brand.Written),
            ];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        terminal.Say($"Qualified by {made.Report.Rule.Name}: {made.Report.Rule.Says}");
        foreach (var note in made.Notes)
        {
            terminal.Say(note);
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Seconds(Rational seconds) => decimal.Round((decimal)seconds.Numerator / seconds.Denominator, 2).ToString("0.00", CultureInfo.InvariantCulture);

    private sealed class Begun(Terminal terminal) : IProgress<ReportProgress>
    {
        public void Report(ReportProgress value) => terminal.Remark($"looking through {value.Number} of {value.Of}: {value.Video.Path}");
    }
}
