using System.Xml.Linq;

namespace VideoIndex.Architecture.Tests.Code;

public sealed class DependencyTests
{
    // Every arrow between projects, and every package, that the product is allowed.
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["VideoIndex"] = "",
        ["VideoIndex.Cli"] = "VideoIndex.Elasticsearch VideoIndex.Pipeline VideoIndex.Vision VideoIndex.Ffmpeg VideoIndex.Interchange VideoIndex.Onnx VideoIndex.Speech VideoIndex.SpeechServices VideoIndex.Sqlite VideoIndex.Tesseract "
            + "OpenTelemetry OpenTelemetry.Exporter.OpenTelemetryProtocol Spectre.Console System.CommandLine",
        ["VideoIndex.Ffmpeg"] = "VideoIndex",
        ["VideoIndex.Interchange"] = "VideoIndex",
        ["VideoIndex.Onnx"] = "VideoIndex",
        ["VideoIndex.Pipeline"] = "VideoIndex Polly.Core",
        ["VideoIndex.Speech"] = "VideoIndex",
        ["VideoIndex.SpeechServices"] = "VideoIndex Polly.Core",
        ["VideoIndex.Elasticsearch"] = "VideoIndex Polly.Core",
        ["VideoIndex.Sqlite"] = "VideoIndex Microsoft.Data.Sqlite.Core SQLitePCLRaw.bundle_e_sqlite3",
        ["VideoIndex.Tesseract"] = "VideoIndex",
        ["VideoIndex.Vision"] = "VideoIndex",
    };

    public static TheoryData<string> Projects => [.. Product.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_design_allows(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"Say in this test what {project} may refer to.");
        Rule.Holds(ReferencesOf(project).Except(allowed.Split(' ')));
    }

    [Fact]
    public void The_core_needs_nothing_but_the_platform() =>
        Assert.All(Product.Load(Product.Core).GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name, StringComparison.Ordinal));

    // The command line starts what its user names in "events --run", npm, and itself, to try a model; nothing else.
    // The speech services start the engine their user has chosen and named, whisper-cli, on sound that VideoIndex has decoded itself.
    [Fact]
    public void Only_the_Ffmpeg_adapter_starts_media_tools() =>
        Rule.Holds(Mentioning("System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo").Except(["VideoIndex.Ffmpeg", "VideoIndex.Cli", "VideoIndex.SpeechServices"]));

    [Fact]
    public void The_speech_services_start_programs_in_one_place() =>
        Assert.Equal(
            ["src/VideoIndex.SpeechServices/Programs/ProgramRun.cs"],
            Sources.CSharp.Where(file => File.ReadAllText(file).Contains("ProcessStartInfo", StringComparison.Ordinal)).Select(Sources.NameOf)
                .Where(name => name.StartsWith("src/VideoIndex.SpeechServices/", StringComparison.Ordinal)));

    [Fact]
    public void The_command_line_starts_the_users_command_npm_and_itself_and_no_other_program() =>
        Assert.Equal(
            ["src/VideoIndex.Cli/Commands/Models/TrialProgram.cs", "src/VideoIndex.Cli/Events/CommandSink.cs", "src/VideoIndex.Cli/Models/NpmProgram.cs"],
            Sources.CSharp.Where(file => File.ReadAllText(file).Contains("ProcessStartInfo", StringComparison.Ordinal)).Select(Sources.NameOf)
                .Where(name => name.StartsWith("src/VideoIndex.Cli/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Rule.Holds(Mentioning("System.Console").Except(["VideoIndex.Cli"]));

    [Theory]
    [InlineData("VideoIndex")]
    [InlineData("VideoIndex.Vision")]
    public void Meaning_and_pixels_know_no_files_no_network_and_no_clock(string project) =>
        Rule.Holds(Product.MentionedBy(project).Intersect(
        [
            "System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo",
            "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random",
        ]));

    [Fact]
    public void No_project_is_a_drawer_for_everything() =>
        Assert.DoesNotContain(Product.Projects, project =>
            project.Split('.').Intersect(["Common", "Shared", "Utils", "Abstractions", "Helpers"]).Any());

    private static IEnumerable<string> Mentioning(params string[] types) =>
        Product.Projects.Where(project => Product.MentionedBy(project).Overlaps(types));

    private static IEnumerable<string> ReferencesOf(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        return file.Descendants("ProjectReference").Concat(file.Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value.Split('\\', '/')[^1].Replace(".csproj", "", StringComparison.Ordinal));
    }
}
