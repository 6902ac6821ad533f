using System.Reflection;
using System.Text.RegularExpressions;

namespace VideoIndex.Architecture.Tests.Code;

public sealed partial class WordTests
{
    // docs/glossary.md says what to say instead.
    private static readonly string[] Nowhere =
        ["Metadata", "Data", "Info", "Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Process", "Processor"];

    private static readonly string[] NeverAlone = ["Item", "Items", "Clip", "Event", "FrameNumber"];

    [Fact]
    public void Public_types_use_the_glossary_s_words() =>
        Rule.Holds(Product.Types
            .Where(type => type.IsVisible && (Words(type.Name).Intersect(Nowhere).Any() || NeverAlone.Contains(type.Name)))
            .Select(type => type.FullName));

    [Fact]
    public void Public_members_use_the_glossary_s_words() =>
        Rule.Holds(
            from type in Product.Types
            where type.IsVisible && !typeof(Exception).IsAssignableFrom(type)
            from member in type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            where member is PropertyInfo or MethodInfo { IsSpecialName: false } or FieldInfo { IsSpecialName: false }
            where !Product.IsGenerated(member) && Words(member.Name).Intersect(Nowhere).Any()
            select $"{type.Name}.{member.Name}");

    [Fact]
    public void Each_banned_word_is_in_the_glossary_with_its_replacement()
    {
        var glossary = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md"));
        Assert.All(
            (string[])["metadata", "data", "info", "item", "manager", "helper", "util", "process", "clip", "event", "frame number"],
            word => Assert.Contains($"*{word}*", glossary, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
