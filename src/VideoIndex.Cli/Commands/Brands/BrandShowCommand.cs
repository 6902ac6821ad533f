using System.CommandLine;
using System.Globalization;
using VideoIndex.Brands;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Brands;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos.Finding;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>Shows a brand, its logos, their pictures and what was done to it.</summary>
internal sealed class BrandShowCommand : LibraryCommand
{
    private readonly Argument<string> _name = BrandCommand.Known();

    public BrandShowCommand()
        : base("show", "Show a brand, its logos and their pictures, and every change to it.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var brand = await BrandCommand.ResolveAsync(library, invocation.Get(_name), cancellationToken).ConfigureAwait(false);
        var history = await library.Brands.ReadHistoryAsync(brand.Id, cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var reach = await ReachAsync(library, tools, brand, cancellationToken).ConfigureAwait(false);
        var grades = new List<(string Logo, LogoGrade Grade)>();
        foreach (var logo in brand.Logos)
        {
            grades.Add((logo.Name, await library.Known(tools).GradeAsync(logo, cancellationToken).ConfigureAwait(false)));
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(BrandPageShape.Of(brand, grades, history, reach, library.Folder.PathOf), Shapes.Default.BrandPageShape);
        }
        else
        {
            BrandPage.Print(brand, history, invocation.Terminal, library.Folder.PathOf);
            invocation.Terminal.Say();
            invocation.Terminal.Say(Told(brand, reach));
            foreach (var (logo, grade) in grades)
            {
                invocation.Terminal.Say($"logo {logo}: grade {grade.Letter}. {grade.Says} {grade.Advice}".TrimEnd());
            }
        }

        return ExitCodes.Ok;
    }

    private static async Task<LogoReach> ReachAsync(LibraryHost library, MediaTools tools, Brand brand, CancellationToken cancellationToken)
    {
        var videos = await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        var logos = brand.Logos.Where(logo => logo.Examples is not []).Select(KnownLogo.Of).ToList();
        return await new LogoRound(library.Finds(tools)).ReachAsync(videos, logos, AppearanceRule.Default.Sure, cancellationToken).ConfigureAwait(false);
    }

    private static string Told(Brand brand, LogoReach reach) => brand.IsRetired
        ? "no longer looked for"
        : string.Create(CultureInfo.InvariantCulture, $"looked for in {reach.LookedFor:N0} of {Counts.Of(reach.Videos, "video")}, seen in {reach.Seen:N0} so far");
}
