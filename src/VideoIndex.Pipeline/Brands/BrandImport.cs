using VideoIndex.Brands;
using VideoIndex.Media;

namespace VideoIndex.Pipeline.Brands;

/// <summary>Says what came of a list of brands.</summary>
/// <param name="Brands">The brands that were registered, in the order of the list.</param>
/// <param name="Complaints">What could not be taken, in the order of the list.</param>
public sealed record Imported(IReadOnlyList<Registered> Brands, IReadOnlyList<BrandComplaint> Complaints);

/// <summary>Registers a list of brands: an event's sponsors. What cannot be taken is told, and stops nothing else.</summary>
public sealed class BrandImport(ExampleShelf shelf, BrandRegister register)
{
    /// <summary>Registers every brand of a list, each whole or not at all, but for pictures that are refused.</summary>
    /// <param name="list">The list.</param>
    /// <param name="group">The group they are put into; null for none.</param>
    /// <param name="by">Who imports them.</param>
    /// <param name="cancellationToken">Stops between two brands; what was registered is kept.</param>
    public async Task<Imported> RunAsync(BrandList list, string? group, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(list);
        var registered = new List<Registered>();
        var complaints = list.Complaints.ToList();
        foreach (var entries in list.Entries.GroupBy(entry => BrandName.Fold(entry.Brand)))
        {
            var before = complaints.Count;
            var changes = await ChangesAsync([.. entries], complaints, cancellationToken).ConfigureAwait(false);
            if (changes is [] && complaints.Count > before)
            {
                continue; // not one of its pictures could be taken
            }

            try
            {
                BrandChange[] joined = group is null ? [] : [new BrandChange.JoinGroup(group)];
                registered.Add(await register.RegisterAsync(entries.First().Brand, [.. joined, .. changes], by, cancellationToken).ConfigureAwait(false));
            }
            catch (BrandException refused)
            {
                complaints.Add(new BrandComplaint(entries.First().Where, refused.Code, refused.Message));
            }
        }

        return new Imported(registered, complaints);
    }

    private async Task<List<BrandChange>> ChangesAsync(IReadOnlyList<BrandEntry> entries, List<BrandComplaint> complaints, CancellationToken cancellationToken)
    {
        var changes = new List<BrandChange>();
        foreach (var entry in entries)
        {
            try
            {
                if (entry.File is { } file)
                {
                    var source = new ExampleSource.PictureFile(Path.GetFileName(file));
                    changes.Add(new BrandChange.AddExample(entry.Logo, await shelf.KeepAsync(file, source, cancellationToken).ConfigureAwait(false)));
                }

                changes.AddRange(entry.Attributes.Select(pair => new BrandChange.Describe(pair.Key, pair.Value)));
            }
            catch (MediaRefusedException refused)
            {
                complaints.Add(new BrandComplaint(entry.Where, refused.Code, entry.File is { } file ? $"{Path.GetFileName(file)}: {refused.Message}" : refused.Message));
            }
        }

        return changes;
    }
}
