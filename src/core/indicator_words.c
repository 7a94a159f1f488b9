// SPDX-License-Identifier: MIT
// Figures of indicators as sentences say them.
#include "core/indicator.h"

#include "base/tr.h"
#include "text/number.h"

#include <string.h>

static bool is_percent(const char *unit)
{
	return strcmp(unit, "%") == 0;
}

void amount_show(Buf *out, int64_t value, int scale, const char *unit)
{
	number_show(out, value, scale);
	buf_addf(out, "%s%s", *unit && !is_percent(unit) ? " " : "", unit);
}

// Points of a percentage, or the unit's own.
static void add_difference(
	Buf *out, const Indicator *indicator, const Standing *standing, const char *points)
{
	bool percent = standing->kind == TARGET_LAST_YEAR || is_percent(indicator->unit);
	int64_t size = standing->difference < 0 ? -standing->difference : standing->difference;
	number_show(out, size, standing->scale);
	buf_addf(out, " %s", percent ? points : indicator->unit);
}

void standing_show(Buf *out, const Indicator *indicator, const Standing *standing)
{
	if (!standing->known)
		return;
	if (standing->difference == 0) {
		buf_adds(out, tr("đạt"));
		return;
	}
	buf_adds(out, standing->met ? tr("đạt, ") : "");
	buf_adds(out, standing->difference < 0 ? tr("thấp hơn ") : tr("cao hơn "));
	add_difference(out, indicator, standing, tr("điểm phần trăm"));
}

void standing_show_brief(Buf *out, const Indicator *indicator, const Standing *standing)
{
	if (!standing->known)
		return;
	if (standing->met) {
		buf_adds(out, tr("đạt"));
		return;
	}
	buf_adds(out, standing->difference < 0 ? tr("kém ") : tr("vượt "));
	add_difference(out, indicator, standing, tr("điểm %"));
}

void standing_target_show(Buf *out, const Indicator *indicator, const Standing *standing)
{
	if (!standing->set)
		return;
	bool last_year = standing->kind == TARGET_LAST_YEAR;
	buf_adds(out, indicator->direction == DIRECTION_HIGHER ? "" : "≤ ");
	amount_show(out, standing->target, standing->scale, last_year ? "%" : indicator->unit);
	buf_adds(out, last_year ? tr(" cùng kỳ") : "");
}

void missing_show(Buf *out, const Amount *amount)
{
	if (amount->with < amount->all)
		buf_addf(out, tr("%d/%d địa phương chưa có số liệu"), amount->all - amount->with,
			amount->all);
}

static void add_last_year(Buf *out, const IndicatorPoint *point, ReadingKind kind)
{
	const Amount *percent = &point->last_year[kind];
	if (!percent->known)
		return;
	buf_adds(out, tr(", bằng "));
	amount_show(out, percent->value, LAST_YEAR_SCALE, "%");
	buf_adds(out, tr(" cùng kỳ"));
	if (percent->with < point->of[kind].with)
		buf_addf(out, tr(" (tính trên %d địa phương có đủ hai kỳ)"), percent->with);
}

static void add_target(Buf *out, const Indicator *indicator, const Standing *standing)
{
	if (!standing->set)
		return;
	buf_adds(out, out->len ? tr("; kế hoạch ") : tr("kế hoạch "));
	standing_target_show(out, indicator, standing);
	buf_adds(out, standing->known ? ", " : "");
	standing_show(out, indicator, standing);
}

// The estimate of the same period, or of one to come.
static void add_estimate(Buf *out, const Indicator *indicator, const IndicatorSeries *series)
{
	for (size_t i = series->points_n; i-- > 0 && (int)i >= series->latest;) {
		const IndicatorPoint *point = &series->points[i];
		const Amount *estimate = &point->of[READING_ESTIMATE];
		if (!estimate->known)
			continue;
		buf_addf(out, tr("; ước %s: "), point->name);
		amount_show(out, estimate->value, indicator->scale, indicator->unit);
		if (estimate->with < estimate->all)
			buf_addf(out, tr(" (%d/%d địa phương)"), estimate->with, estimate->all);
		return;
	}
}

void series_show(Buf *out, const Indicator *indicator, const IndicatorSeries *series)
{
	if (series->latest < 0) {
		buf_adds(out, tr("chưa có số liệu"));
		add_estimate(out, indicator, series);
		add_target(out, indicator, &series->current);
		return;
	}
	const IndicatorPoint *point = &series->points[series->latest];
	const Amount *actual = &point->of[READING_ACTUAL];
	buf_addf(out, "%s: ", point->name);
	amount_show(out, actual->value, indicator->scale, indicator->unit);
	add_last_year(out, point, READING_ACTUAL);
	add_target(out, indicator, &series->current);
	if (actual->with < actual->all)
		buf_adds(out, "; ");
	missing_show(out, actual);
	add_estimate(out, indicator, series);
}
