using System.Text.RegularExpressions;

namespace VideoIndex.Architecture.Tests.Tree;

/// <summary>The checkout builds anywhere, so it may not know where it is or where its packages come from.</summary>
public sealed partial class PlaceTests
{
    [Fact]
    public void No_file_names_a_package_registry() =>
        Rule.Holds(Sources.All.Where(file => Registry().IsMatch(TextOf(file))).Select(Sources.NameOf));

    [Fact]
    public void No_file_names_a_folder_of_one_machine() =>
        Rule.Holds(Sources.All.Where(file => MachineFolder().IsMatch(TextOf(file))).Select(Sources.NameOf));

    [Fact]
    public void Every_project_locks_its_packages() =>
        Rule.Holds(Sources.All
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")))
            .Select(Sources.NameOf));

    [Theory]
    [InlineData("https://api.nu" + "get.org/v3")]
    [InlineData("registry.npm" + "js.org")]
    public void A_registry_is_known_by_its_host(string text) => Assert.Matches(Registry(), text);

    [Theory]
    [InlineData("\"/ho" + "me/ada/clip.mp4\"")]
    [InlineData(@"C:\Us" + @"ers\ada")]
    public void A_machine_s_folder_is_known_by_its_start(string text) => Assert.Matches(MachineFolder(), text);

    // A picture or another binary file holds a zero byte, and nothing to read.
    private static string TextOf(string file) =>
        File.ReadAllText(file) is var text && text.Contains('\0', StringComparison.Ordinal) ? "" : text;

    [GeneratedRegex(@"\b(api\.nuget|registry\.npmjs|registry\.yarnpkg|pkgs\.dev\.azure|npm\.pkg\.github|nuget\.pkg\.github|myget|pypi|files\.pythonhosted)\.(org|com)\b")]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w.~}$-])/(home|root|work|Users)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachineFolder();
}
