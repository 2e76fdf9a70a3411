"""Accounts and groups. Nobody gives what they do not have, raises themselves, or touches somebody above them."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, Permission, User

from articles import permissions

from .layout import DeskModelAdmin, Quiet
from .members import MemberInline, begin

RIGHTS = ("is_active", "is_staff", "is_superuser", "groups")


admin.site.unregister([User, Group])


class AccountForm(Quiet, UserChangeForm):
    pass


class NewAccountForm(Quiet, AdminUserCreationForm):
    pass


class PasswordForm(Quiet, AdminPasswordChangeForm):
    pass


@admin.register(User)
class UserAdmin(StockUserAdmin, DeskModelAdmin):
    form, add_form, change_password_form = AccountForm, NewAccountForm, PasswordForm
    list_display = ("username", "first_name", "last_name", "in_groups", "is_active", "last_login")
    list_filter = ("groups", "is_active", "is_staff")
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    inlines = (MemberInline,)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": (("first_name", "last_name"), "email")}),
        ("May do", {"fields": RIGHTS}),
        ("Dates", {"fields": (("last_login", "date_joined"),)}),
    )

    def get_queryset(self, request):
        managed = permissions.accounts_managed_by(request.user)
        return super().get_queryset(request).filter(managed).prefetch_related("groups")

    def get_object(self, request, object_id, from_field=None):
        """Any account: whether this one may be seen is asked next, and answered 403."""
        return User.objects.filter(pk=object_id if object_id.isdecimal() and len(object_id) < 19 else None).first()

    @admin.display(description="Groups")
    def in_groups(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def has_view_permission(self, request, obj=None):
        allowed = super().has_view_permission(request, obj)
        return allowed and (obj is None or permissions.may_manage_user(request.user, obj))

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or permissions.may_manage_user(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """Who leaves is deactivated, and stays who they were in the record; never one's own account."""
        return request.user.is_superuser and obj != request.user

    def get_inlines(self, request, obj):
        return self.inlines if obj else ()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change:
            begin(obj, by=request.user)

    def get_readonly_fields(self, request, obj=None):
        fields = list(super().get_readonly_fields(request, obj))
        if request.user.is_superuser:
            return fields
        return [*fields, *RIGHTS] if obj and not permissions.may_raise(request.user, obj) else [*fields, "is_superuser"]

    def get_actions(self, request):
        """No bulk deletion: it would ask about all of them at once, and answer for none."""
        return {}

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            groups = Group.objects.prefetch_related("permissions__content_type")
            field.queryset = Group.objects.filter(pk__in=[g.pk for g in permissions.grantable(request.user, groups)])
            field.widget, field.help_text = forms.CheckboxSelectMultiple(), ""
        return field


@admin.register(Group)
class GroupAdmin(DeskModelAdmin):
    """Only a superuser says what a group may do: whoever can edit their own group can do anything."""

    search_fields = ("name",)
    fields = ("name", "permissions")

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "permissions":
            field.queryset = Permission.objects.filter(content_type__app_label__in=["articles", "auth"])
            field.queryset = field.queryset.select_related("content_type").order_by("content_type__model", "codename")
            field.label_from_instance = lambda permission: permission.name
            field.widget, field.help_text = forms.CheckboxSelectMultiple(), ""
        return field
